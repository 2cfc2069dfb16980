package rote.jobs.start;

import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfiguration;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;

/**
 * Adds the host name to Log4j's settings. Otherwise Log4j asks a name server for it at every start.
 *
 * <p>{@code conf/jvm.options} names this class.
 */
public final class LogSettings extends PropertiesConfigurationFactory {
  @Override
  public PropertiesConfiguration getConfiguration(LoggerContext context, ConfigurationSource source) {
    PropertiesConfiguration settings = super.getConfiguration(context, source);
    settings.getProperties().put("hostName", HostName.ofThisMachine());
    return settings;
  }
}
