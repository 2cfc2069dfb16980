package rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @ParameterizedTest
  @CsvSource({
    "http://user:password@host/x, http://***@host/x", "https://TOKEN@host/x, https://***@host/x",
    "s3a://KEY:SECRET@bucket/x, s3a://***@bucket/x", "s3a://KEY:SEC/RET+=@bucket/x, s3a://***@bucket/x",
    "http://user:pa#ss@host:1/x, http://***@host:1/x", "hdfs://name:8020/user@home, hdfs://name:8020/user@home",
    "abfs://container@account.dfs.core.windows.net/x, abfs://container@account.dfs.core.windows.net/x",
    "https://host/x?sig=SECRET&a=b, https://host/x?***", "s3a://bucket/x@2x, s3a://bucket/x@2x",
    "output \"s3a://K:S@b/x\": no such file, output \"s3a://***@b/x\": no such file",
    "no a in http://u:p@h/x or http://v:q@h/y; name it, no a in http://***@h/x or http://***@h/y; name it",
    "must be http://[USER:PASSWORD@]HOST:PORT, must be http://[USER:PASSWORD@]HOST:PORT",
    "http_proxy=http://USER:PASSWORD@host:1, http_proxy=http://USER:PASSWORD@host:1",
    "/plain/path@host:1, /plain/path@host:1", "label 5 is 5, label 5 is 5"})
  void hidesUserPasswordAndKey(String text, String shown) {
    assertThat(Secrets.hidden(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {
    "http://user:pa ss@host:1/x, http://***@host:1/x", "http://user:pa\"ss@host/x, http://***@host/x",
    "https://user:pa?s s@host/x, https://***@host/x", "http://user:12/3@host/x, http://***@host/x",
    "https://TO KEN@host/x?sig=S, https://***@host/x?***", "https://a.host.org/set@1.0/x?a=b@c, https://a.host.org/set@1.0/x?***",
    "s3a://KEY:SEC \"RET/+@bucket/x, s3a://***@bucket/x", "s3a://bucket/x@2x, s3a://bucket/x@2x",
    "abfs://box@account.net/x, abfs://box@account.net/x", "out put/a@b, out put/a@b", "file:///a b:c@d, file:///a b:c@d"})
  void hidesThemInASingleLocationWithAnyCharacters(String location, String shown) {
    assertThat(Secrets.hiddenLocation(location)).isEqualTo(shown);
    assertThat(Secrets.hidden(shown)).as("again, in a message").isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:se cret@127.0.0.1:1/", "http://user:se\"cret@127.0.0.1:1/", "s3a://K:se cret@bucket/x",
    "s3a://K:se\"cret@bucket/x", "hdfs://K:se cret@host:x/y", "hdfs://K:se\"cret@:1/%zz"})
  void noMessageShowsThem(String location) {
    assertThatThrownBy(() -> new DataFolder(location, new FileSystems()).read("x", (in, file) -> file))
        .satisfies(e -> assertThat(Secrets.hidden(e.getMessage())).doesNotContain(":se", "cret"));
  }
}
