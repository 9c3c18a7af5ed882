package io.custard.agent.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTapTest {
  private static final byte[] END = {(byte) 0xFE, 0, 0, 2, 0, 0, 0};
  private static final byte[] END_WITH_MORE = {(byte) 0xFE, 0, 0, 10, 0, 0, 0};

  private final ResultTap tap = new ResultTap();
  private final EmbeddedChannel channel = new EmbeddedChannel(tap);
  private final Rows rows = new Rows();

  private static final class Rows implements ResultTap.ResultSink {
    private final List<String> seen = new ArrayList<>();
    private int columns = -1;
    private int tooLarge;

    @Override
    public void columns(List<Described> columns) {
      this.columns = columns.size();
    }

    @Override
    public void row(ByteBuf payload) {
      seen.add(payload.toString(StandardCharsets.US_ASCII).substring(1));
    }

    @Override
    public void rowTooLarge() {
      tooLarge++;
    }
  }

  @Test
  void aServerThatAsksForAFileLosesTheConnection() {
    channel.writeInbound(packet(1, "\u00FB/etc/hostname".getBytes(StandardCharsets.ISO_8859_1)));

    assertThat(channel.isOpen()).isFalse();
    assertThat((Object) channel.readInbound()).isNull();
  }

  @Test
  void itLosesTheConnectionInAnswerToAnExecuteToo() {
    tap.expectRows(rows);

    channel.writeInbound(packet(1, new byte[] {(byte) 0xFB, '/'}));

    assertThat(channel.isOpen()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000})
  void rowsReachTheSinkHoweverTheyAreCut(int piece) {
    tap.expectRows(rows);

    send(piece, packet(1, new byte[] {1}), column("n"), row("one"), row("two"), packet(5, END));

    assertThat(rows.columns).isEqualTo(1);
    assertThat(rows.seen).containsExactly("one", "two");
    assertThat(passed()).isEqualTo(5 + column("n").readableBytes() + 4 + END.length);
  }

  @Test
  void aHugeRowIsSkippedWithItsContinuation() {
    tap.expectRows(rows);

    send(
        100_000,
        packet(1, new byte[] {1}),
        column("n"),
        packet(3, new byte[Packets.CONTINUED]),
        packet(4, new byte[10]),
        row("small"),
        packet(6, END));

    assertThat(rows.tooLarge).isEqualTo(1);
    assertThat(rows.seen).containsExactly("small");
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void aSecondResultEndsTheConnection() {
    tap.expectRows(rows);

    send(1000, packet(1, new byte[] {1}), column("n"), row("one"), packet(4, END_WITH_MORE));

    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void whatAPrepareAnnouncesIsKeptAndPasses() {
    tap.expectPrepared();
    byte[] head = {0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0};

    send(3, packet(1, head), column("a"), column("b"));

    assertThat(tap.described()).extracting(Described::name).containsExactly("a", "b");
    assertThat(passed())
        .isEqualTo(4 + head.length + column("a").readableBytes() + column("b").readableBytes());
  }

  private void send(int piece, ByteBuf... packets) {
    ByteBuf all = Unpooled.wrappedBuffer(packets);
    while (all.isReadable()) {
      channel.writeInbound(all.readRetainedSlice(Math.min(piece, all.readableBytes())));
    }
  }

  private int passed() {
    int bytes = 0;
    for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
      bytes += part.readableBytes();
    }
    return bytes;
  }

  private static ByteBuf packet(int sequence, byte[] payload) {
    return Unpooled.buffer().writeMediumLE(payload.length).writeByte(sequence).writeBytes(payload);
  }

  private static ByteBuf row(String text) {
    return packet(3, ("\0" + text).getBytes(StandardCharsets.US_ASCII));
  }

  private static ByteBuf column(String name) {
    ByteBuf payload = Unpooled.buffer();
    for (String text : List.of("def", "shop", "t", "t", name, name)) {
      payload.writeByte(text.length()).writeCharSequence(text, StandardCharsets.US_ASCII);
    }
    payload.writeByte(12).writeShortLE(45).writeIntLE(40).writeByte(253).writeShortLE(0);
    payload.writeByte(0).writeShortLE(0);
    byte[] bytes = new byte[payload.readableBytes()];
    payload.readBytes(bytes);
    return packet(2, bytes);
  }
}
