package rote.network;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A network: its form, and its layers, which training changes in place. */
public final class Network {
  private final Architecture architecture;
  private final List<Layer> layers;

  /** @param layers in order, with the widths of the architecture */
  public Network(Architecture architecture, List<Layer> layers) {
    this.architecture = architecture;
    this.layers = List.copyOf(layers);
    List<Integer> inputs = layers.stream().map(Layer::inputs).toList();
    Stream<Integer> widths = Stream.concat(inputs.stream(), Stream.of(layers.get(layers.size() - 1).outputs()));
    if (!widths.toList().equals(architecture.widths())) {
      throw new IllegalArgumentException("layers with inputs " + inputs + " do not form " + architecture);
    }
  }

  public static Network zeros(Architecture architecture) {
    List<Integer> widths = architecture.widths();
    return new Network(architecture,
        IntStream.range(0, architecture.depth()).mapToObj(l -> new Layer(widths.get(l), widths.get(l + 1))).toList());
  }

  public Architecture architecture() {
    return architecture;
  }

  public List<Layer> layers() {
    return layers;
  }

  /** Returns whether no weight or bias is infinite or NaN. */
  public boolean isFinite() {
    return layers.stream().allMatch(Layer::isFinite);
  }
}
