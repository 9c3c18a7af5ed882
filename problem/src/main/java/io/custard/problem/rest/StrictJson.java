package io.custard.problem.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How bodies of requests are read. What two readers may understand differently is refused: a field
 * given twice, of which some take the first and some the last, and U+0000 in a text, where some end
 * it and PostgreSQL fails. Frames and events have rules of their own.
 */
@Provider
public class StrictJson implements ContextResolver<ObjectMapper> {
  private final ObjectMapper strict;

  StrictJson(ObjectMapper json) {
    this.strict =
        json.copy()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .registerModule(
                new SimpleModule("texts without U+0000").addDeserializer(String.class, new Text()));
  }

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return strict;
  }

  private static final class Text extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    Text() {
      super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = StringDeserializer.instance.deserialize(parser, context);
      if (text != null && text.indexOf('\0') >= 0) {
        throw context.weirdStringException("…", String.class, "a text holds no U+0000");
      }
      return text;
    }
  }
}
