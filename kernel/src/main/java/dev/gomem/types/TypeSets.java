package dev.gomem.types;

import dev.gomem.source.Pos;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes type sets of interfaces and unions. Source: go/types' typeset.go. */
final class TypeSets {
  private TypeSets() {}

  static TypeSet computeInterfaceTypeSet(@Nullable Checker check, Pos pos, Interface t) {
    throw new UnsupportedOperationException();
  }

  static TypeSet computeUnionTypeSet(@Nullable Checker check, Map<Union, TypeSet> sets, Pos pos, Union u) {
    throw new UnsupportedOperationException();
  }

  static void sortMethods(List<Obj.Func> methods) {
    throw new UnsupportedOperationException();
  }
}
