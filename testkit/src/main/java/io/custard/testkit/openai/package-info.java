/**
 * A model endpoint that speaks OpenAI's chat completions and answers from a script. It is as strict
 * as the real one about requests, and as bad as the worst when a script says so.
 */
@NullMarked
package io.custard.testkit.openai;

import org.jspecify.annotations.NullMarked;
