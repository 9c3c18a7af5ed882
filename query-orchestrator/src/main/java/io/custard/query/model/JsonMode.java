package io.custard.query.model;

/** How an endpoint is told to answer with JSON. */
public enum JsonMode {
  /** {@code response_format: json_schema}: OpenAI, Gemini, LM Studio, Ollama. */
  SCHEMA,
  /** {@code response_format: json_object}: DeepSeek. */
  OBJECT,
  /** By the prompt alone. */
  TEXT
}
