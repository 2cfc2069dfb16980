package rote.report;
import java.util.*;
/** STUB. */
public final class Page { public static String html(rote.experiment.Experiment e, List<rote.store.TrialRecord> r, Map<String,Object> m) { return ""; } }
