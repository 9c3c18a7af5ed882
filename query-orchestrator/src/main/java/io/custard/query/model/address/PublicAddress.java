package io.custard.query.model.address;

import io.custard.address.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the open Internet from all the others (IANA's special-purpose registries). */
final class PublicAddress {
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              // of the one IPv6 network that is public, what is not or leads to IPv4
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Network::parse)
          .toList();

  private static final Network GLOBAL_IPV6 = Network.parse("2000::/3");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    return (!(address instanceof Inet6Address) || GLOBAL_IPV6.holds(address))
        && SPECIAL.stream().noneMatch(network -> network.holds(address));
  }
}
