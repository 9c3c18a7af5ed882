package io.custard.evaluation.replay;

import io.custard.evaluation.set.Question;
import io.custard.evaluation.set.Recorded;

/** A statement, and the question it was written for. */
record Job(Recorded statement, Question question) {}
