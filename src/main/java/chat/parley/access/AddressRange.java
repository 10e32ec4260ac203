package chat.parley.access;

import chat.parley.notation.IpText;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, written {@code ADDRESS/BITS} as in CIDR (RFC 4632), or one address.
 * An IPv6 address that stands for an IPv4 one ({@code ::ffff:192.0.2.1}) is that IPv4 address.
 */
public final class AddressRange {
  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  private final byte[] first;
  private final int bits;

  private AddressRange(byte[] address, int bits) {
    this.first = cut(address, bits);
    this.bits = bits;
  }

  /** The range that is written so; empty when it is none. */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    Optional<InetAddress> parsed = IpText.parse(address);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = parsed.get().getAddress();
    if (slash < 0) {
      return Optional.of(new AddressRange(bytes, bytes.length * 8));
    }
    String bits = text.substring(slash + 1);
    if (!BITS.matcher(bits).matches() || Integer.parseInt(bits) > bytes.length * 8) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(bytes, Integer.parseInt(bits)));
  }

  /**
   * What one household or one machine is likely to have: an IPv4 address, or the 64 bits that an
   * IPv6 network is given.
   */
  public static AddressRange around(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new AddressRange(bytes, Math.min(bytes.length * 8, 64));
  }

  /** Whether {@code address} is in it. */
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == first.length && Arrays.equals(cut(bytes, bits), first);
  }

  private static byte[] cut(byte[] address, int bits) {
    byte[] cut = address.clone();
    for (int i = 0; i < cut.length; i++) {
      int kept = Math.max(0, Math.min(8, bits - 8 * i));
      cut[i] &= (byte) (0xff << (8 - kept));
    }
    return cut;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressRange range
        && range.bits == bits
        && Arrays.equals(range.first, first);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + bits;
  }

  /**
   * The same for equal ranges in every version of parley, so that stores can be keyed by it: with
   * all eight groups of an IPv6 address.
   */
  public String key() {
    return address().getHostAddress() + "/" + bits;
  }

  @Override
  public String toString() {
    return IpText.of(address()) + "/" + bits;
  }

  private InetAddress address() {
    try {
      return InetAddress.getByAddress(first);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // the length is that of an address
    }
  }
}
