package rote.store.verify;

import java.io.IOException;
import java.util.TreeSet;
import rote.store.Output;
import rote.store.States;

/** Reads every kept state. A state may be missing: it can be made again by training. */
public final class StatesCheck {
  private final int states;

  public StatesCheck(Output output, Findings findings) throws IOException {
    States kept = new States(output);
    TreeSet<String> ids = new TreeSet<>(kept.ids());
    ids.forEach(id -> findings.attempt(kept.path(id), () -> kept.read(id)));
    states = ids.size();
  }

  public boolean isEmpty() {
    return states == 0;
  }

  public String summary() {
    return states + (states == 1 ? " state" : " states");
  }
}
