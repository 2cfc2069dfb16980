package rote.files.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/** Refuses what no experiment needs and what can exhaust a YAML reader: tags, great depth, long numbers, aliases of aliases. */
final class YamlLimits {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_SCALAR = 10_000;
  private static final long MAX_REPEATED = 100_000;

  private final Deque<Collection> open = new ArrayDeque<>();
  private final Map<String, Long> sizes = new HashMap<>(); // of anchored values, aliases in them written out
  private long repeated; // values that aliases stand for, in total

  private static final class Collection {
    private final String anchor; // or ""
    private long size = 1;

    Collection(String anchor) {
      this.anchor = anchor;
    }
  }

  private YamlLimits() {}

  /** @throws ParserException where the text exceeds a limit or is not YAML */
  static void check(LoadSettings settings, String text) {
    YamlLimits limits = new YamlLimits();
    new Parse(settings).parseString(text).forEach(limits::check);
  }

  private void check(Event event) {
    if (event instanceof CollectionStartEvent start) {
      open.push(new Collection(start.getAnchor().map(Object::toString).orElse("")));
      refuse(start.getTag().isPresent(), "types by tags are not read", event);
      refuse(open.size() > MAX_DEPTH, "nested more than " + MAX_DEPTH + " deep", event);
    } else if (event instanceof CollectionEndEvent) {
      Collection part = open.pop();
      count(part.anchor, part.size);
    } else if (event instanceof AliasEvent alias) {
      check(alias);
    } else if (event instanceof ScalarEvent scalar) {
      refuse(scalar.getTag().isPresent(), "types by tags are not read", event);
      refuse(scalar.getValue().length() > MAX_SCALAR, "longer than " + MAX_SCALAR + " characters", event);
      count(scalar.getAnchor().map(Object::toString).orElse(""), 1);
    }
  }

  /** Counts the values that an alias stands for, with the aliases in them written out. */
  private void check(AliasEvent alias) {
    String name = alias.getAlias().toString();
    refuse(open.stream().anyMatch(part -> part.anchor.equals(name)), "*" + name + " is a part of itself", alias);
    long size = sizes.getOrDefault(name, 1L);
    repeated += size;
    refuse(repeated > MAX_REPEATED, "aliases stand for more than " + MAX_REPEATED
        + " values; write fewer of them, or a grid in place of lists of lists", alias);
    count("", size);
  }

  private void count(String anchor, long size) {
    sizes.put(anchor, size);
    if (!open.isEmpty()) {
      open.peek().size += size;
    }
  }

  private static void refuse(boolean what, String why, Event event) {
    if (what) {
      throw new ParserException(why, event.getStartMark());
    }
  }
}
