package dev.gomem.codegen;

import dev.gomem.code.Site;
import dev.gomem.escape.AllocSite;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function's allocation sites: escape's records become code's, and get an index. */
final class Sites {
  private final List<Site> sites = new ArrayList<>();
  private final Map<AllocSite, Integer> index = new IdentityHashMap<>();

  Sites(List<AllocSite> known) {
    for (AllocSite s : known) {
      int unused = index(s);
    }
  }

  /** Index of the site, -1 for none. */
  int index(@Nullable AllocSite s) {
    if (s == null) {
      return -1;
    }
    Integer old = index.get(s);
    if (old != null) {
      return old;
    }
    index.put(s, sites.size());
    sites.add(of(s));
    return sites.size() - 1;
  }

  static Site of(AllocSite s) {
    return new Site(
        s.pos(),
        s.kind().text(),
        s.subject(),
        s.function(),
        s.implicit(),
        verdict(s.gc()),
        verdict(s.simple()));
  }

  private static Site.Verdict verdict(AllocSite.Verdict v) {
    List<Site.Flow> chain = new ArrayList<>();
    for (AllocSite.Flow f : v.chain()) {
      chain.add(new Site.Flow(f.from(), f.to(), f.why(), f.pos()));
    }
    return new Site.Verdict(v.heap(), v.why(), List.copyOf(chain));
  }

  List<Site> all() {
    return List.copyOf(sites);
  }
}
