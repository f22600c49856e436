package dev.gomem.machine;

import dev.gomem.source.Pos;
import java.util.List;

/**
 * A goroutine.
 *
 * @param status as Go's dumps print it: {@code running}, {@code runnable}, {@code chan receive}, …
 * @param low first byte of its stack, {@code high} the first behind it
 * @param frames outermost first
 * @param createdBy name of the function that started it, "" for main
 * @param createdAt the go statement
 */
public record GoroutineView(
    long id,
    String status,
    long low,
    long high,
    List<FrameView> frames,
    String createdBy,
    Pos createdAt) {}
