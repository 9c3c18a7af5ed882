package io.custard.query.meaning;

import ai.onnxruntime.OrtException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Vectors by a small model in this process, which is loaded when the first text comes: a second,
 * and about 150 MB. Where that cannot be done there are no vectors, which is logged once.
 */
@ApplicationScoped
public class InProcessVectors implements TextVectors {
  private static final Logger LOG = Logger.getLogger(InProcessVectors.class);

  /** Texts at a time; each takes a processor for milliseconds. */
  private static final int AT_ONCE = 2;

  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private final boolean wanted;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Object loading = new Object();
  private volatile Optional<SmallEncoder> encoder = Optional.empty();
  private volatile boolean tried;

  /**
   * @param wanted whether there are to be any
   */
  public InProcessVectors(
      @ConfigProperty(name = "custard.query.retrieval.embeddings", defaultValue = "true")
          boolean wanted) {
    this.wanted = wanted;
  }

  @Override
  public Optional<float[]> of(Wording wording) {
    return wanted ? encoder().flatMap(model -> vector(model, wording)) : Optional.empty();
  }

  private Optional<float[]> vector(SmallEncoder model, Wording wording) {
    if (!enter()) {
      return Optional.empty();
    }
    try {
      return Optional.of(model.embed(wording.text()).content().vector());
    } catch (RuntimeException e) {
      giveUp(e);
      return Optional.empty();
    } finally {
      places.release();
    }
  }

  private boolean enter() {
    try {
      return places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<SmallEncoder> encoder() {
    if (!tried) {
      synchronized (loading) {
        if (!tried) {
          load();
          tried = true;
        }
      }
    }
    return encoder;
  }

  private void load() {
    try {
      encoder = Optional.of(new SmallEncoder());
    } catch (IOException | OrtException | RuntimeException | LinkageError | OutOfMemoryError e) {
      giveUp(e);
    }
  }

  /** The reason's text is left out: it may hold what was read. */
  private void giveUp(Throwable reason) {
    encoder = Optional.empty();
    LOG.warnf(
        "Tables are searched by words alone, the embedding model does not work here reason=%s",
        reason.getClass().getName());
  }
}
