package rote.harness;

import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class one {@link Browser}, as a parameter of any of its methods, and closes it after the last. */
public final class BrowserExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

  private record Open(Browser browser) implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext ofClass = context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
    return ofClass.getStore(NAMESPACE)
        .getOrComputeIfAbsent(context.getRequiredTestClass(), type -> new Open(Browser.start()), Open.class).browser();
  }
}
