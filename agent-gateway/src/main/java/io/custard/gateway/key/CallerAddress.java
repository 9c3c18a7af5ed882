package io.custard.gateway.key;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its socket or, when that is a proxy of ours, the
 * last address in {@code X-Forwarded-For} that is none. What stands before that was said by the
 * caller and proves nothing.
 */
@ApplicationScoped
public class CallerAddress {
  /** Carries the address over the upgrade; whatever the caller put there is overwritten. */
  public static final String HEADER = "Custard-Caller";

  private static final String UNKNOWN = "unknown";

  private final List<Network> trusted;

  CallerAddress(AttemptConfig config) {
    this.trusted = config.trustedProxies().stream().map(Network::parse).toList();
  }

  String of(HttpServerRequest request) {
    String socket = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    return of(socket, String.join(",", request.headers().getAll("X-Forwarded-For")));
  }

  String of(@Nullable String socket, @Nullable String forwarded) {
    InetAddress at = literal(socket);
    // most come directly, and trying to read what is not there is what costs
    String[] hops =
        forwarded == null || forwarded.isBlank() ? new String[0] : forwarded.split(",", 50);
    for (int i = hops.length - 1; i >= 0 && at != null && isTrusted(at); i--) {
      InetAddress before = literal(hops[i].strip());
      if (before == null) {
        break;
      }
      at = before;
    }
    return at == null ? UNKNOWN : at.getHostAddress();
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
