package io.custard.launcher.edge;

import io.custard.launcher.home.LauncherException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one public port, on loopback. Requests of a service's routes are passed on, WebSocket
 * upgrades included; the rest it answers itself. How large a body may be is for each service to
 * say.
 */
public final class EdgeServer implements AutoCloseable {
  private static final int START_SECONDS = 20;
  private static final int STOP_SECONDS = 10;
  private static final int CONNECTIONS_PER_SERVICE = 256;
  private static final int LINKS_PER_GATEWAY = 20_000;
  private static final int WAITING_PER_SERVICE = 1024;
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx;
  private final int port;

  private EdgeServer(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
  }

  /** Listens; a port of 0 means any. */
  public static EdgeServer start(int port, List<Upstream> services) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    try {
      HttpServer server = listen(vertx, port, services);
      return new EdgeServer(vertx, server.actualPort());
    } catch (LauncherException e) {
      vertx.close();
      throw e;
    }
  }

  private static HttpServer listen(Vertx vertx, int port, List<Upstream> services) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(LOOPBACK)
            .setPort(port)
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false);
    try {
      return vertx
          .createHttpServer(options)
          .requestHandler(new Handler(vertx, services)::handle)
          .listen()
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LauncherException(
          "The edge could not listen on port " + port + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("interrupted", e);
    }
  }

  /** A connection is in use until its answer has ended, and that of a link for as long as it is. */
  private static HttpClient client(Vertx vertx, int connections) {
    return vertx.createHttpClient(
        new HttpClientOptions().setConnectTimeout(2000).setDecompressionSupported(false),
        new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(WAITING_PER_SERVICE));
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LauncherException("The edge did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Decides who answers. */
  private static final class Handler {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final RouteTable routes;
    private final Map<Upstream, HttpProxy> proxies;
    private final HealthReport health;
    private final UpgradeProxy upgrades;

    Handler(Vertx vertx, List<Upstream> processes) {
      HttpClient client = client(vertx, CONNECTIONS_PER_SERVICE);
      this.upgrades = new UpgradeProxy(client(vertx, LINKS_PER_GATEWAY));
      this.routes = RouteTable.to(processes);
      this.proxies =
          processes.stream()
              .collect(Collectors.toMap(Function.identity(), process -> proxy(client, process)));
      this.health = new HealthReport(client, processes);
    }

    private static HttpProxy proxy(HttpClient client, Upstream service) {
      return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
          .origin(service.port(), LOOPBACK)
          .addInterceptor(new EdgeInterceptor(service));
    }

    void handle(HttpServerRequest request) {
      String path = request.path();
      if (path == null || !PathCheck.isPlain(path)) {
        SecurityHeaders.add(request.response().headers());
        EdgeProblem.send(
            request.response(),
            ErrorCode.REQUEST_INVALID,
            "The path holds dots or empty segments.");
        return;
      }
      routes
          .find(path)
          .ifPresentOrElse(replicas -> pass(request, replicas), () -> answer(request, path));
    }

    private void pass(HttpServerRequest request, Replicas replicas) {
      HttpProxy proxy = proxies.get(replicas.first());
      if (UpgradeProxy.isUpgrade(request)) {
        upgrades.handle(request, replicas);
      } else if (request.version() == HttpVersion.HTTP_1_0) {
        // It has no way to mark the end of a stream, so all of it would have to be kept first.
        EdgeProblem.send(request.response(), ErrorCode.REQUEST_INVALID, "Use HTTP/1.1.");
      } else if (proxy != null) {
        proxy.handle(request);
      }
    }

    private void answer(HttpServerRequest request, String path) {
      SecurityHeaders.add(request.response().headers());
      boolean reads = READING.contains(request.method());
      if (!path.equals("/") && !path.equals("/health")) {
        EdgeProblem.send(
            request.response(), ErrorCode.REQUEST_NOT_FOUND, "Nothing is served at this address.");
      } else if (!reads) {
        EdgeProblem.send(
            request.response(), ErrorCode.REQUEST_METHOD_NOT_ALLOWED, "Use GET at this address.");
      } else if (path.equals("/health")) {
        health.send(request.response());
      } else {
        request
            .response()
            .putHeader("Content-Type", "text/html; charset=utf-8")
            .end(LandingPage.HTML);
      }
    }
  }
}
