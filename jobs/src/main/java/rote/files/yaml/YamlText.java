package rote.files.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import rote.files.InputException;

/** Reads YAML 1.2, which includes JSON, into maps, lists, texts and numbers, without custom types or duplicate keys. */
public final class YamlText {
  private static final int MAX_CHARACTERS = 1_000_000;

  private YamlText() {}

  /** @param source names the text in error messages */
  @SuppressWarnings("unchecked") // YamlNode reads every key by String.valueOf
  public static Map<String, Object> map(String source, String text) {
    Object value = value(source, text);
    if (!(value instanceof Map<?, ?> map)) {
      throw new InputException(source + ": must be a map of keys, was " + QuotedValue.of(value));
    }
    return (Map<String, Object>) map;
  }

  public static Object value(String source, String text) {
    LoadSettings settings = LoadSettings.builder()
        .setAllowDuplicateKeys(false).setAllowRecursiveKeys(false)
        .setMaxAliasesForCollections(Integer.MAX_VALUE).setCodePointLimit(MAX_CHARACTERS)
        .setSchema(new TypedSchema(new CoreSchema())).build(); // YamlLimits bounds what aliases make
    try {
      YamlLimits.check(settings, text);
      return new Load(settings).loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      throw new InputException(source + place(e) + ": " + QuotedValue.line(e.getProblem())
          + (source.matches("--set .*|.*\\.(ya?ml|json)") ? "" : "; is it an experiment file, in YAML?"), e);
    } catch (YamlVersionException e) {
      throw new InputException(source + ": asks for YAML " + e.getSpecVersion().getMajor() + "."
          + e.getSpecVersion().getMinor() + "; YAML 1.2 is read", e);
    } catch (YamlEngineException e) {
      throw new InputException(source + ": " + QuotedValue.line(e.getMessage()), e);
    }
  }

  private static String place(MarkedYamlEngineException e) {
    return e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1)).orElse("");
  }
}
