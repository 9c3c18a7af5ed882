package io.custard.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.custard.protocol.agent.RowsFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RowsFrameTest {
  private static final QueryId QUERY = QueryId.fromString("0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001");

  @Test
  void hasTheDocumentedBytes() {
    RowsFrame frame =
        new RowsFrame(
            QUERY,
            RowEncoding.JSON_ROWS,
            2,
            1,
            ByteBuffer.wrap("[1]".getBytes(StandardCharsets.UTF_8)));

    assertThat(HexFormat.of().formatHex(frame.encode()))
        .isEqualTo(
            "0101" + "0f6f3b0e7d7d4b698a8e3f2f5b1d0001" + "00000002" + "00000001" + "5b315d");
    assertThat(RowsFrame.decode(frame.encode())).isEqualTo(frame);
  }

  @Test
  void refusesWhatIsNotARowsFrame() {
    byte[] otherVersion = new byte[RowsFrame.HEADER];
    otherVersion[0] = 9;

    assertThatIllegalArgumentException().isThrownBy(() -> RowsFrame.decode(new byte[3]));
    assertThatIllegalArgumentException().isThrownBy(() -> RowsFrame.decode(otherVersion));
  }
}
