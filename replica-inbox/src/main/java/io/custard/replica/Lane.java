package io.custard.replica;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One producer and the thread that uses it. Making it, metadata and a full buffer may block, so all
 * of that happens there, behind a bounded queue; when that is full the call fails at once.
 */
final class Lane {
  private static final int QUEUE = 10_000;

  private final Supplier<Producer<byte[], byte[]>> make;
  private final ThreadPoolExecutor thread;

  /** Of the thread only, until that has ended. */
  private volatile @Nullable Producer<byte[], byte[]> producer;

  /** The producer is made when it is first needed. */
  Lane(String name, Supplier<Producer<byte[], byte[]>> make) {
    this.make = make;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name(name).factory());
  }

  /** Sends in the order of the calls, whether or not the outcome is looked at. */
  Uni<Void> send(Function<Producer<byte[], byte[]>, ProducerRecord<byte[], byte[]>> outgoing) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      thread.execute(() -> transmit(outgoing, sent));
    } catch (RejectedExecutionException e) {
      sent.completeExceptionally(e);
    }
    return Uni.createFrom().completionStage(sent);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees every outcome
  private void transmit(
      Function<Producer<byte[], byte[]>, ProducerRecord<byte[], byte[]>> outgoing,
      CompletableFuture<Void> sent) {
    try {
      Producer<byte[], byte[]> kafka = producer();
      kafka.send(
          outgoing.apply(kafka),
          (metadata, failure) -> {
            if (failure == null) {
              sent.complete(null);
            } else {
              sent.completeExceptionally(failure);
            }
          });
    } catch (RuntimeException e) {
      sent.completeExceptionally(e);
    }
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> made = producer;
    if (made == null) {
      made = make.get();
      producer = made;
    }
    return made;
  }

  /** Takes no more. */
  void end() {
    thread.shutdown();
  }

  /** Sends what was taken, also what is still being gathered, as far as the time allows. */
  void close(long deadlineNanos) throws InterruptedException {
    end();
    thread.awaitTermination(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    Producer<byte[], byte[]> made = producer;
    if (made != null) {
      made.close(Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime())));
    }
  }
}
