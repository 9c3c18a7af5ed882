package io.custard.agent.link;

/** Why the agent will not dial again. */
public record LinkEnd(ExitCode code, String sentence) {}
