package io.custard.query.meaning;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The model BGE small (English, 1.5, quantised) of the class path, with one thread for each text
 * and without the memory that the runtime would else keep for the longest text it ever saw. About
 * 150 MB of memory.
 */
final class SmallEncoder extends AbstractInProcessEmbeddingModel {
  private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  static {
    // The tokenizer's library would else ask the network where it runs and tell its makers so.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
  }

  private final OnnxBertBiEncoder encoder;

  /** Takes about a second. */
  SmallEncoder() throws IOException, OrtException {
    super(Runnable::run);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (InputStream model = resource(MODEL);
        InputStream tokenizer = resource(TOKENIZER);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      OrtSession session = environment.createSession(model.readAllBytes(), options);
      this.encoder = new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.CLS);
    }
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(SmallEncoder.class.getResourceAsStream(path), path);
  }

  @Override
  protected OnnxBertBiEncoder model() {
    return encoder;
  }

  @Override
  protected Integer knownDimension() {
    return 384;
  }
}
