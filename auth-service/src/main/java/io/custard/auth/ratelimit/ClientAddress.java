package io.custard.auth.ratelimit;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its socket or, when that is a proxy of ours, the
 * last address in {@code X-Forwarded-For} that is none. What stands before that was said by the
 * caller and proves nothing.
 */
@ApplicationScoped
class ClientAddress {
  private static final String UNKNOWN = "unknown";

  private final List<Network> trusted;

  ClientAddress(LimitConfig config) {
    this.trusted = config.trustedProxies().stream().map(Network::parse).toList();
  }

  String of(@Nullable String socket, @Nullable String forwarded) {
    InetAddress at = literal(socket);
    String[] hops = forwarded == null ? new String[0] : forwarded.split(",", 50);
    for (int i = hops.length - 1; i >= 0 && at != null && isTrusted(at); i--) {
      InetAddress before = literal(hops[i].strip());
      if (before == null) {
        break;
      }
      at = before;
    }
    return at == null ? UNKNOWN : at.getHostAddress();
  }

  /** What one customer of a provider has: an IPv4 address, or the 64 bits of an IPv6 network. */
  static String network(String address) {
    return literal(address) instanceof Inet6Address six
        ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
        : address;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.holds(address));
  }

  /** Never asks a name server. */
  private static @Nullable InetAddress literal(@Nullable String text) {
    try {
      return text == null ? null : InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** An address with the number of its leading bits that count. */
  private record Network(InetAddress base, int bits) {
    static Network parse(String text) {
      String[] parts = text.strip().split("/", 2);
      InetAddress base = InetAddress.ofLiteral(parts[0]);
      int all = base.getAddress().length * Byte.SIZE;
      return new Network(base, parts.length == 2 ? Integer.parseInt(parts[1]) : all);
    }

    boolean holds(InetAddress address) {
      byte[] ours = base.getAddress();
      byte[] theirs = address.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % Byte.SIZE);
        if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
