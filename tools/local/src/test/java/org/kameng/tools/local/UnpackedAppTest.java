package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no archive of the application leaves nothing behind; what unpacking gives is used by every start of a whole house. */
class UnpackedAppTest {
    @TempDir
    Path folder;

    @Test
    void what_was_unpacked_is_known_by_its_content_and_not_by_size_or_time() throws IOException {
        var all = folder.resolve("app");
        for (var content : new String[] {"one", "two"}) {
            var jar = Files.writeString(folder.resolve("kameng.jar"), content);
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            assertThatThrownBy(() -> UnpackedApp.of(jar, all))
                    .isInstanceOf(LocalException.class)
                    .hasMessageContaining("build it again");
        }
        try (Stream<Path> left = Files.list(all)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactly(".lock");
        }
        assertThat(UnpackedApp.digest(Files.writeString(folder.resolve("a"), "one")))
                .isNotEqualTo(UnpackedApp.digest(Files.writeString(folder.resolve("b"), "two")))
                .isEqualTo(UnpackedApp.digest(Files.writeString(folder.resolve("c"), "one")));
    }
}
