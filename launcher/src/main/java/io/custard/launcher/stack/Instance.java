package io.custard.launcher.stack;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One process of a service.
 *
 * @param number from 1
 */
record Instance(Service service, int number) {

  static Instance first(Service service) {
    return new Instance(service, 1);
  }

  /** In the order of starting. */
  static List<Instance> all(int gateways) {
    return Stream.of(Service.values())
        .flatMap(service ->
            IntStream.rangeClosed(1, service == Service.GATEWAY ? gateways : 1)
                .mapToObj(number -> new Instance(service, number)))
        .toList();
  }

  /** Of its process and its log. */
  String name() {
    return number == 1 ? service.module() : service.module() + "-" + number;
  }

  int preferredPort() {
    return service.preferredPort() + number - 1;
  }
}
