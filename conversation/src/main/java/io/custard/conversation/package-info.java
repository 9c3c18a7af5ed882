/**
 * What a thread is about, as structure: what a statement asks for, and how a follow-up changes it.
 * No model, no database and no state; everything here may be called from any thread and never
 * throws for what people or models write.
 *
 * <p>After a statement was accepted and run:
 *
 * <ol>
 *   <li>{@link io.custard.conversation.QuestionState#read} says what it asks for. It is shown, and
 *       kept with the statement as {@link io.custard.conversation.StateOfThread}.
 *   <li>The next thing said in the thread goes to {@link io.custard.conversation.FollowUp#read}. An
 *       {@code Edit} goes on to step 3; a {@code Chart} draws the kept answer anew; an {@code
 *       Unclear} is asked back, and the changes of what is chosen go on to step 3; a {@code
 *       NewQuestion} is asked like any question.
 *   <li>{@link io.custard.conversation.Rewrite#apply} makes the changes. {@code Changed} holds the
 *       statement to be checked, judged under the caller's policy and run like any other, and its
 *       state for step 1; {@code Unclear} is asked back the same way; after {@code Refused} the
 *       text is asked like any question, or its message is shown.
 * </ol>
 *
 * <p>Where a question has more than one draft, {@link io.custard.conversation.Ambiguity#of} says
 * whether they mean different things and makes the choices. What was chosen can be kept as {@link
 * io.custard.conversation.PreferredReading}.
 *
 * <p>Statements are edited clause by clause and by their tokens: what a change does not touch stays
 * as it was written, and a join is added only along declared keys from many rows to one, so that no
 * sum is ever taken of repeated rows.
 */
@NullMarked
package io.custard.conversation;

import org.jspecify.annotations.NullMarked;
