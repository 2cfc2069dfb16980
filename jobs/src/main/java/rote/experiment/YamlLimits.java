package rote.experiment;

import java.util.ArrayDeque;
import java.util.Deque;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/** What no experiment needs and a reader of YAML can choke on: types by tags, depth without end, and endless numbers. */
final class YamlLimits {
  private static final int DEEPEST = 50;
  private static final int LONGEST_SCALAR = 10_000;

  private final Deque<String> open = new ArrayDeque<>(); // the anchors of the maps and lists that are open, or ""

  private YamlLimits() {}

  /** @throws ParserException that says where the text leaves the limits, or is no YAML */
  static void check(LoadSettings settings, String text) {
    YamlLimits limits = new YamlLimits();
    new Parse(settings).parseString(text).forEach(limits::check);
  }

  private void check(Event event) {
    if (event instanceof CollectionStartEvent start) {
      open.push(start.getAnchor().map(Object::toString).orElse(""));
      refuse(start.getTag().isPresent(), "types by tags are not read", event);
      refuse(open.size() > DEEPEST, "nested more than " + DEEPEST + " deep", event);
    } else if (event instanceof CollectionEndEvent) {
      open.pop();
    } else if (event instanceof AliasEvent alias) {
      refuse(open.contains(alias.getAlias().toString()), "*" + alias.getAlias() + " is a part of itself", event);
    } else if (event instanceof ScalarEvent scalar) {
      refuse(scalar.getTag().isPresent(), "types by tags are not read", event);
      refuse(scalar.getValue().length() > LONGEST_SCALAR, "longer than " + LONGEST_SCALAR + " characters", event);
    }
  }

  private static void refuse(boolean what, String why, Event event) {
    if (what) {
      throw new ParserException(why, event.getStartMark());
    }
  }
}
