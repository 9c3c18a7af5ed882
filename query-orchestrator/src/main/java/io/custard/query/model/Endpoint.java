package io.custard.query.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.custard.query.budget.usage.Tokens;
import io.custard.query.model.ModelFailure.Kind;
import io.custard.query.prompt.Prompt;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One model's endpoint. Calls block: they belong on threads of their own. */
final class Endpoint {
  static final double TEMPERATURE = 0.0;

  /** What is sent where an endpoint wants none: the client asks for some. */
  private static final String NO_KEY = "none";

  private final ChatModel chat;
  private final JsonMode json;

  Endpoint(Model model) {
    this.json = model.json();
    this.chat =
        OpenAiChatModel.builder()
            .baseUrl(model.baseUrl().toString())
            .apiKey(model.apiKey() == null ? NO_KEY : model.apiKey())
            .modelName(model.id())
            .timeout(model.timeout())
            .maxRetries(0)
            .temperature(TEMPERATURE)
            .maxTokens(model.answerTokens())
            .logRequests(false)
            .logResponses(false)
            .strictJsonSchema(true)
            .build();
  }

  /** Fails with {@link ModelFailure}. */
  Said ask(Prompt prompt) {
    long started = System.nanoTime();
    try {
      ChatResponse response = chat.chat(request(prompt));
      return said(response, (System.nanoTime() - started) / 1_000_000);
    } catch (ModelFailure known) {
      throw known;
    } catch (RuntimeException e) {
      throw new ModelFailure(kind(e), e);
    }
  }

  private ChatRequest request(Prompt prompt) {
    ChatRequest.Builder request =
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.system()), UserMessage.from(prompt.user()));
    return switch (json) {
      case SCHEMA ->
          request
              .responseFormat(
                  ResponseFormat.builder()
                      .type(ResponseFormatType.JSON)
                      .jsonSchema(prompt.answer())
                      .build())
              .build();
      case OBJECT -> request.responseFormat(ResponseFormat.JSON).build();
      case TEXT -> request.build();
    };
  }

  private static Said said(ChatResponse response, long millis) {
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    TokenUsage usage = response.tokenUsage();
    int asked = usage == null ? 0 : count(usage.inputTokenCount());
    int answered = usage == null ? 0 : count(usage.outputTokenCount());
    Kind wrong = wrong(response.finishReason(), text);
    if (wrong != null) {
      throw new ModelFailure(wrong, new Tokens(asked, answered));
    }
    return new Said(Objects.requireNonNull(text), asked, answered, millis);
  }

  private static @Nullable Kind wrong(@Nullable FinishReason reason, @Nullable String text) {
    if (reason == FinishReason.LENGTH) {
      return Kind.CUT_OFF;
    }
    if (reason == FinishReason.CONTENT_FILTER) {
      return Kind.REFUSED;
    }
    return text == null || text.isBlank() ? Kind.MALFORMED : null;
  }

  private static int count(@Nullable Integer tokens) {
    return tokens == null ? 0 : Math.max(0, tokens);
  }

  private static Kind kind(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof HttpException refused) {
        return kind(refused.statusCode());
      }
      if (at instanceof TimeoutException
          || at instanceof SocketTimeoutException
          || at instanceof dev.langchain4j.exception.TimeoutException) {
        return Kind.LATE;
      }
      if (at instanceof com.fasterxml.jackson.core.JsonProcessingException) {
        return Kind.MALFORMED;
      }
      if (at instanceof ConnectException || at instanceof UnknownHostException) {
        return Kind.UNREACHABLE;
      }
    }
    return Kind.BROKEN_OFF;
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 401, 403 -> Kind.KEY_REFUSED;
      case 408, 504 -> Kind.LATE;
      case 429 -> Kind.LIMITED;
      default -> status < 500 ? Kind.REQUEST_REFUSED : Kind.UNREACHABLE;
    };
  }
}
