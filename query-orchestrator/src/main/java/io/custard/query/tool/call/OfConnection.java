package io.custard.query.tool.call;

import java.util.UUID;

/** Arguments of a tool that works on one connection. */
public interface OfConnection {
  UUID connectionId();
}
