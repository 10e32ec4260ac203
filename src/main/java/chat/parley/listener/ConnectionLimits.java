package chat.parley.listener;

import chat.parley.access.AddressRange;
import java.net.InetAddress;
import java.util.List;

/**
 * How many connections there may be; {@code parley.limits} in {@code reference.conf} explains each.
 *
 * @param total over all listeners
 * @param perAddress from one address; 0 for any
 * @param newPerSecond from one address each second; 0 for any
 * @param exempt where connections come from of which only the total counts
 */
public record ConnectionLimits(
    ConnectionTotal total, int perAddress, int newPerSecond, List<AddressRange> exempt) {

  boolean isExempt(InetAddress address) {
    return exempt.stream().anyMatch(range -> range.contains(address));
  }
}
