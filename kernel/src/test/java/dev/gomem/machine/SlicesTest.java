package dev.gomem.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Capacities of an escaping slice that grows one by one to 5,000 elements, as the real toolchain
 * gives them.
 */
final class SlicesTest {
  @ParameterizedTest
  @CsvSource({
    "8, true, 1 2 4 8 16 32 64 128 256 512 848 1280 1792 2560 3408 5120",
    "8, false, 1 2 4 8 16 32 64 143 287 607 1023 1535 2303 3071 4095 6144",
    "1, true, 8 16 32 64 128 256 512 896 1408 2048 3072 4096 5376",
    "16, false, 1 2 4 8 16 32 71 143 303 591 1023 1535 2560 3584 5120",
    "24, true, 1 2 4 8 16 32 64 128 256 512 853 1365 2048 3072 4096 5461",
    "24, false, 1 2 4 8 16 37 74 170 341 682 1135 1706 2389 3413 4778 6485",
    "4, true, 2 4 8 16 32 64 128 256 512 864 1344 2048 3072 4096 5440",
    "2, true, 4 8 16 32 64 128 256 512 896 1344 2048 3072 4096 5440",
    "40, true, 1 2 4 8 16 32 67 134 272 544 1024 1638 2252 3072 4096 5324"
  })
  void capacities(long size, boolean noscan, String caps) {
    List<Long> seen = new ArrayList<>();
    long cap = 0;
    for (long len = 1; len <= 5000; len++) {
      if (len > cap) {
        cap = Slices.grownCap(len, cap, size, noscan);
        seen.add(cap);
      }
    }
    assertEquals(caps, seen.stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 4", "2, 5, 6", "2, 7, 8", "5, 6, 10"})
  void severalAtOnce(long oldCap, long newLen, long cap) {
    assertEquals(cap, Slices.grownCap(newLen, oldCap, 8, true));
  }
}
