package rote.jobs.start;

import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.properties.PropertiesConfiguration;
import org.apache.logging.log4j.core.config.properties.PropertiesConfigurationFactory;

/**
 * Log4j's settings with the host name in them; else Log4j asks a name server for it at every start, which may be silent.
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
