package io.custard.address;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its socket or, when that is a proxy of ours, the
 * last address in {@code X-Forwarded-For} that is none. What stands before that was said by the
 * caller and proves nothing; Quarkus' own reading of the header takes exactly that.
 */
@ApplicationScoped
public class CallerAddress {
  private static final String UNKNOWN = "unknown";
  private static final int MOST_HOPS = 50;

  private final List<Network> trusted;

  CallerAddress(ProxyConfig config) {
    this.trusted = config.trusted().stream().map(Network::parse).toList();
  }

  /** An address in its usual notation, or {@code unknown} when the socket has none. */
  public String of(HttpServerRequest request) {
    String socket = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    return of(socket, String.join(",", request.headers().getAll("X-Forwarded-For")));
  }

  /** What one customer of a provider has: an IPv4 address, or the 64 bits of an IPv6 network. */
  public static String network(String address) {
    return literal(address) instanceof Inet6Address six
        ? HexFormat.of().formatHex(six.getAddress(), 0, 8)
        : address;
  }

  String of(@Nullable String socket, @Nullable String forwarded) {
    InetAddress at = literal(socket);
    // most come directly, and trying to read what is not there is what costs
    String[] hops =
        forwarded == null || forwarded.isBlank() ? new String[0] : forwarded.split(",", MOST_HOPS);
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
}
