package rote.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
