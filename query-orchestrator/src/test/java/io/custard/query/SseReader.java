package io.custard.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as the standard says, to their end. */
final class SseReader {
  record Event(String id, String name, String data) {}

  private final CompletableFuture<List<Event>> all;

  private SseReader(CompletableFuture<List<Event>> all) {
    this.all = all;
  }

  static SseReader open(URI address, String token, String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return open(request);
  }

  static SseReader post(URI address, String token, String body) {
    return open(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static SseReader open(HttpRequest.Builder request) {
    HttpClient client = HttpClient.newHttpClient();
    return new SseReader(
        client
            .sendAsync(request.build(), BodyHandlers.ofInputStream())
            .thenApplyAsync(answer -> read(answer.body()), Thread::startVirtualThread));
  }

  /** All events; the server closes the stream behind the last. */
  List<Event> untilEnd(Duration patience) {
    try {
      return all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (Exception e) {
      throw new AssertionError("the stream did not end", e);
    }
  }

  private static List<Event> read(InputStream stream) {
    List<Event> events = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String id = "";
      String name = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(id, name, data.toString()));
          }
          name = "";
          data.setLength(0);
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        }
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
