package dev.gomem.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plates count up in the order in which objects are first seen, and stay. */
final class PlatesTest {
  /**
   * As a session asks: again and again for all that are left, with gaps, and now and then for some
   * that were passed over.
   */
  @Test
  void everyObjectKeepsItsNumber() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Map<Long, Integer> given = new HashMap<>();
      TreeSet<Long> seen = new TreeSet<>();
      Plates plates = new Plates();
      long first = 1L << 31;
      long next = first;
      for (int cell = 0; cell < 20; cell++) {
        for (int i = random.nextInt(200); i > 0; i--) {
          next += 1 + random.nextInt(1 << random.nextInt(8));
          seen.add(next);
        }
        if (random.nextInt(3) == 0 && next > first) {
          seen.add(first + 1 + random.nextInt((int) (next - first)));
        }
        seen.removeIf(s -> random.nextInt(10) == 0);
        for (long sequence : seen) {
          Integer wanted = given.get(sequence);
          if (wanted == null) {
            wanted = given.size() + 1;
            given.put(sequence, wanted);
          }
          assertEquals(wanted, plates.of(sequence));
        }
        plates = plates.copy();
      }
    }
  }
}
