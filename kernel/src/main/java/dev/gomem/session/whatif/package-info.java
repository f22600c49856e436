/**
 * Changes of a program that may keep a value on the stack: each strategy makes edits of the text,
 * and knows nothing of whether they help. What was changed is checked and analysed again by {@code
 * session}, and only what then stays is told.
 */
@NullMarked
package dev.gomem.session.whatif;

import org.jspecify.annotations.NullMarked;
