package io.custard.auth.token;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The keys of this service, from one file or from every {@code *.json} of a directory. The one that
 * has been allowed to sign most recently signs; all of them verify, until their file is gone. The
 * files are read again every half minute: an unusable set stops the start, and later leaves the
 * keys as they were. How to rotate: {@code docs/signing-keys.md}.
 */
@Startup
@ApplicationScoped
class SigningKeys {
  private static final Logger LOG = Logger.getLogger(SigningKeys.class);
  private static final int MOST = 16;
  private static final Comparator<SigningKey> OLDEST_FIRST =
      Comparator.comparing(SigningKey::signsFrom).thenComparing(SigningKey::file);

  private final Path place;
  private final InstantSource clock;
  private volatile List<SigningKey> keys;

  @Inject
  SigningKeys(TokenConfig config) {
    this(config.signingKeyFile(), Clock.systemUTC());
  }

  SigningKeys(Path place, InstantSource clock) {
    this.place = place;
    this.clock = clock;
    this.keys = read();
  }

  /** The key to sign with at this moment. */
  SigningKey current() {
    return active(keys).orElseThrow(() -> new IllegalStateException("no key may sign yet"));
  }

  /** The public key of this id, if it is published. */
  Optional<Key> verifying(String keyId) {
    return keys.stream()
        .filter(one -> one.id().equals(keyId))
        .findFirst()
        .map(one -> one.key().getPublicKey());
  }

  /** The JWK set for the public: never holds a private part. */
  String publicKeys() {
    List<JsonWebKey> all = keys.stream().<JsonWebKey>map(SigningKey::key).toList();
    return new JsonWebKeySet(all).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  @Scheduled(
      every = "${custard.auth.token.signing-key-reload:30s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void reload() {
    try {
      keys = read();
    } catch (IllegalStateException | UncheckedIOException e) {
      LOG.errorf("The signing keys stay as they were: %s", e.getMessage());
    }
  }

  private List<SigningKey> read() {
    List<SigningKey> found = files().stream().map(SigningKey::read).sorted(OLDEST_FIRST).toList();
    if (found.size() > MOST) {
      throw new IllegalStateException("more than " + MOST + " signing keys: " + place);
    }
    if (found.stream().map(SigningKey::id).distinct().count() < found.size()) {
      throw new IllegalStateException("two signing keys with the same kid: " + place);
    }
    if (active(found).isEmpty()) {
      throw new IllegalStateException("not a private key that may sign by now: " + place);
    }
    return found;
  }

  private Optional<SigningKey> active(List<SigningKey> oldestFirst) {
    return oldestFirst.stream().filter(one -> one.isActive(clock.instant())).reduce((a, b) -> b);
  }

  private List<Path> files() {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.filter(file -> file.toString().endsWith(".json")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the signing keys of " + place, e);
    }
  }
}
