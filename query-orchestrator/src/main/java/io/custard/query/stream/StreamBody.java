package io.custard.query.stream;

import io.custard.problem.CustardException;
import io.custard.protocol.ResultColumn;
import io.custard.protocol.event.EndReply;
import io.custard.query.execution.RowSink;
import io.custard.query.execution.Running;
import io.custard.query.http.Hangup;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one statement on their way into one HTTP response, untouched. Whatever comes before
 * the columns is an ordinary success or failure of the request; from then on this object owns the
 * response.
 *
 * <pre>
 * waiting --columns--> opened --sendTo(response)--> sending --end, failure, hangup, stall--> over
 * </pre>
 *
 * <p>Bytes count as taken when they have left for the socket, so what is held here never exceeds
 * the credit of one statement, however slow the reader. What changes after the columns changes on
 * the request's event loop only.
 */
final class StreamBody implements RowSink {
  private static final Logger LOG = Logger.getLogger(StreamBody.class);
  private static final int CHECKS = 10;

  private final Context context;
  private final StreamForm form;
  private final Streamed streamed;
  private final Duration stall;
  private final UniEmitter<? super StreamBody> opened;
  private volatile @Nullable Running running;
  private volatile boolean delivered;

  private final Queue<Runnable> early = new ArrayDeque<>();
  private @Nullable HttpServerResponse response;
  private Runnable whenOver = () -> {};
  private long unsent;
  private long lastMoved = System.nanoTime();
  private long stallTimer = -1;
  private boolean over;

  StreamBody(
      StreamForm form,
      Streamed streamed,
      Duration stall,
      Context context,
      UniEmitter<? super StreamBody> opened) {
    this.form = form;
    this.streamed = streamed;
    this.stall = stall;
    this.context = context;
    this.opened = opened;
  }

  @Override
  public void begins(Running begun) {
    running = begun;
  }

  @Override
  public void columns(List<ResultColumn> columns) {
    delivered = true;
    later(() -> write(form.head(streamed, columns), 0));
    opened.complete(this);
  }

  @Override
  public void rows(ByteBuffer payload, int rows) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    Buffer buffer = Buffer.buffer(bytes);
    later(() -> write(buffer, buffer.length()));
  }

  @Override
  public void end(EndReply end) {
    later(() -> end(form.end(response(), end)));
  }

  @Override
  public void failed(CustardException failure) {
    if (!delivered) {
      opened.fail(failure);
      return;
    }
    LOG.infof("Stream failed queryId=%s errorCode=%s", streamed.id(), failure.code());
    later(() -> end(form.fail(response(), failure)));
  }

  @Override
  public boolean forget() {
    return !delivered;
  }

  String mediaType() {
    return form.mediaType();
  }

  /** The reader is gone, or was too slow: stops the statement. Any thread may call. */
  void abandon() {
    Running begun = running;
    if (begun != null) {
      begun.cancel();
    }
    context.runOnContext(now -> over());
  }

  /** The same, unless the columns have come: from then on the response says when it is over. */
  void abandonUnopened() {
    if (!delivered) {
      abandon();
    }
  }

  private void later(Runnable step) {
    context.runOnContext(now -> {
      if (over) {
        return;
      }
      if (response == null) {
        early.add(step);
      } else {
        step.run();
      }
    });
  }

  /**
   * Sends everything, from the head on.
   *
   * @param done called once, when nothing more will be written
   */
  void sendTo(RoutingContext http, Runnable done) {
    context.runOnContext(now -> send(http, done));
  }

  private void send(RoutingContext http, Runnable done) {
    HttpServerResponse to = http.response();
    response = to;
    whenOver = done;
    if (to.closed()) {
      abandon();
      return;
    }
    Hangup.on(http, this::abandon);
    to.setChunked(true).putHeader("Custard-Query-Id", streamed.id().toString());
    form.headers(to, streamed);
    stallTimer =
        context.owner().setPeriodic(Math.max(1, stall.toMillis() / CHECKS), now -> checkStall());
    for (Runnable step = early.poll(); step != null; step = early.poll()) {
      if (!over) {
        step.run();
      }
    }
  }

  // From here on: on the context.

  private HttpServerResponse response() {
    return Objects.requireNonNull(response, "steps run once there is one");
  }

  private void write(Buffer bytes, int ofRows) {
    unsent += bytes.length();
    response().write(bytes).onComplete(written -> written(written, bytes.length(), ofRows));
  }

  private void written(AsyncResult<Void> outcome, int size, int ofRows) {
    unsent -= size;
    lastMoved = System.nanoTime();
    Running begun = running;
    if (outcome.succeeded() && ofRows > 0 && begun != null) {
      begun.taken(ofRows);
    }
  }

  private void end(Future<Void> ending) {
    ending.onComplete(ended -> over());
  }

  private void checkStall() {
    if (unsent == 0) {
      lastMoved = System.nanoTime();
    } else if (System.nanoTime() - lastMoved > stall.toNanos()) {
      LOG.infof("Reader stalled, stream cut off queryId=%s", streamed.id());
      response().reset();
      abandon();
    }
  }

  private void over() {
    if (!over) {
      over = true;
      early.clear();
      context.owner().cancelTimer(stallTimer);
      whenOver.run();
    }
  }
}
