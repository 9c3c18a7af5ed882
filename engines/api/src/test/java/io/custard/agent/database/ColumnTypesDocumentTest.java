package io.custard.agent.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.protocol.ColumnType;
import io.custard.protocol.RowEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnTypesDocumentTest {
  @Test
  void everyTypeAndEveryEncodingIsDocumented() throws IOException {
    String document = Files.readString(Path.of("../../docs/column-types.md"));

    assertThat(Stream.of(ColumnType.values()).map(type -> "\n| `" + type.wire() + "` |"))
        .allMatch(document::contains);
    assertThat(Stream.of(RowEncoding.values()).map(encoding -> "\n- `" + encoding.wire() + "`:"))
        .allMatch(document::contains);
  }
}
