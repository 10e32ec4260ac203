package chat.parley.notation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of the Internet Protocol: four decimal numbers, or an IPv6 address, which is shown in
 * its one short form (RFC 5952).
 */
public final class IpText {
  private static final String BYTE = "(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

  /** Only what is certainly no host name, which would be looked up. */
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|.*:.*");

  private static final int GROUPS = 8;

  private IpText() {}

  /** Whether {@code text} can be no name of a host, so that it is an address or a mistake. */
  public static boolean isMeantBy(String text) {
    return NUMERIC.matcher(text).matches();
  }

  /**
   * The address that is written so; empty when it is none. Nothing is looked up. An IPv6 address
   * that stands for an IPv4 one ({@code ::ffff:192.0.2.1}) is that IPv4 address.
   */
  public static Optional<InetAddress> parse(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The address as people read it, with its zone if it has one. */
  public static String of(InetAddress address) {
    String written = address.getHostAddress();
    if (!(address instanceof Inet6Address)) {
      return written;
    }
    int zone = written.indexOf('%');
    return shortest(address.getAddress()) + (zone < 0 ? "" : written.substring(zone));
  }

  /** Address and port as people read them, {@code [::1]:5566}. */
  public static String of(InetSocketAddress address) {
    return new HostPort(of(address.getAddress()), address.getPort()).toString();
  }

  private static String shortest(byte[] address) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
    }
    int gap = 0;
    int gapLength = 1; // a single group of zeros is written
    for (int i = 0; i < GROUPS; i++) {
      int zeros = zerosFrom(i, groups);
      if (zeros > gapLength) {
        gap = i;
        gapLength = zeros;
      }
    }
    return gapLength == 1
        ? written(groups, 0, GROUPS)
        : written(groups, 0, gap) + "::" + written(groups, gap + gapLength, GROUPS);
  }

  private static int zerosFrom(int start, int[] groups) {
    int end = start;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - start;
  }

  private static String written(int[] groups, int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i < to; i++) {
      out.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }
}
