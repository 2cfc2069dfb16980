package rote.files.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/** YAML's core schema, but numbers and flags keep how they were typed, so that messages can quote them. */
record TypedSchema(CoreSchema core) implements Schema {

  @Override
  public ScalarResolver getScalarResolver() {
    return core.getScalarResolver();
  }

  @Override
  public Map<Tag, ConstructNode> getSchemaTagConstructors() {
    Map<Tag, ConstructNode> constructors = new HashMap<>(core.getSchemaTagConstructors());
    for (Tag tag : List.of(Tag.INT, Tag.FLOAT, Tag.BOOL)) {
      ConstructNode plain = constructors.get(tag);
      constructors.put(tag, node -> YamlLiteral.of(plain.construct(node), ((ScalarNode) node).getValue()));
    }
    return constructors;
  }
}
