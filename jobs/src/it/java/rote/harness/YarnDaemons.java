package rote.harness;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/** The processes of Hadoop in one JVM: a name node, a data node, a resource manager, a node manager that starts real containers. */
final class YarnDaemons {
  static final String CONF = "hadoop-conf";

  private YarnDaemons() {}

  /** Starts them below a folder, writes Hadoop's files for those who use them, and runs until its standard input ends. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Configuration conf = settings(folder);
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    Configuration site = new Configuration(false);
    site.set("fs.defaultFS", hdfs.getURI().toString());
    site.set("dfs.replication", "1");
    conf.addResource(site);
    MiniYARNCluster yarn = new MiniYARNCluster("yarn", 1, 1, 1);
    yarn.init(conf);
    yarn.start();
    Path unfinished = Files.createDirectory(folder.resolve(CONF + ".new"));
    write(site, unfinished.resolve("core-site.xml"));
    Configuration all = new Configuration(yarn.getConfig());
    all.unset("net.topology.node.switch.mapping.impl"); // a class of HDFS's own tests
    write(all, unfinished.resolve("yarn-site.xml"));
    Files.move(unfinished, folder.resolve(CONF)); // its being there says that all have started
    while (System.in.read() >= 0) {
      continue;
    }
    Runtime.getRuntime().halt(0);
  }

  private static Configuration settings(Path folder) {
    Configuration conf = new YarnConfiguration();
    conf.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
    conf.set("dfs.replication", "1");
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "100");
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.9");
    conf.set("yarn.scheduler.minimum-allocation-mb", "256");
    conf.set("yarn.minicluster.yarn.nodemanager.resource.memory-mb", "8192");
    conf.set("yarn.nodemanager.resource.cpu-vcores", "8");
    conf.set("yarn.nodemanager.pmem-check-enabled", "false");
    conf.set("yarn.nodemanager.vmem-check-enabled", "false");
    conf.set("yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", "99.9");
    conf.set("yarn.application.classpath", "");
    return conf;
  }

  private static void write(Configuration conf, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      conf.writeXml(out);
    }
  }
}
