package io.custard.auth.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.auth.context.CallingContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a provider for JSON: within a deadline, up to a size, without following redirects, and never
 * twice, for a code is good once.
 */
@ApplicationScoped
class ProviderHttp {
  private static final int CONNECTIONS = 16;
  private static final int WAITING = 64;
  private static final int OK = 200;

  private final Vertx vertx;
  private final HttpClient client;
  private final ObjectMapper json;
  private final ProviderConfig config;

  ProviderHttp(Vertx vertx, ObjectMapper json, ProviderConfig config) {
    this.vertx = vertx;
    this.json = json;
    this.config = config;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING)
                .setConnectTimeout((int) config.deadline().toMillis())
                .setVerifyHost(true));
  }

  /** A request; a body is a form. */
  record Question(URI to, @Nullable String authorization, @Nullable String form) {
    static Question get(URI to) {
      return new Question(to, null, null);
    }

    @Override
    public String toString() {
      return "Question[" + to.getHost() + "]";
    }
  }

  /** Fails with {@link ProviderFailure}. */
  Uni<JsonNode> ask(Question question) {
    return Uni.createFrom()
        .deferred(() ->
            Uni.createFrom()
                .completionStage(() -> send(question).toCompletionStage())
                .ifNoItem()
                .after(config.deadline())
                .fail()
                .emitOn(CallingContext.executor()))
        .map(this::read)
        .onFailure(failure -> !(failure instanceof ProviderFailure))
        .transform(failure ->
            new ProviderFailure(
                failure instanceof TimeoutException
                    ? "no answer within the deadline"
                    : "no answer: " + failure.getClass().getSimpleName(),
                failure));
  }

  @PreDestroy
  void stop() {
    client.close();
  }

  private Future<Buffer> send(Question question) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(question.to().toString())
            .setMethod(question.form() == null ? HttpMethod.GET : HttpMethod.POST)
            .setFollowRedirects(false)
            .putHeader("Accept", "application/json");
    if (question.authorization() != null) {
      options.putHeader("Authorization", question.authorization());
    }
    if (question.form() != null) {
      options.putHeader("Content-Type", "application/x-www-form-urlencoded");
    }
    return client.request(options).compose(request -> exchange(request, question.form()));
  }

  /** Whoever gave up waiting leaves no connection behind, also when the answer trickles. */
  private Future<Buffer> exchange(HttpClientRequest request, @Nullable String form) {
    long timer = vertx.setTimer(config.deadline().toMillis(), late -> request.reset());
    return request
        .send(Buffer.buffer(form == null ? "" : form))
        .compose(this::body)
        .onComplete(done -> vertx.cancelTimer(timer));
  }

  private Future<Buffer> body(HttpClientResponse answer) {
    Promise<Buffer> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    HttpClientRequest request = answer.request();
    answer.exceptionHandler(whole::tryFail);
    if (answer.statusCode() != OK) {
      whole.fail(new ProviderFailure("answered " + answer.statusCode()));
      request.reset();
      return whole.future();
    }
    answer.handler(part -> {
      if (read.length() + part.length() > config.answerLimit()) {
        whole.tryFail(new ProviderFailure("the answer is too large"));
        request.reset();
      } else {
        read.appendBuffer(part);
      }
    });
    answer.endHandler(end -> whole.tryComplete(read));
    return whole.future();
  }

  private JsonNode read(Buffer body) {
    try {
      return json.readTree(body.getBytes());
    } catch (IOException e) {
      // not the cause: it quotes what the provider sent
      throw new ProviderFailure("the answer is not JSON: " + e.getClass().getSimpleName());
    }
  }
}
