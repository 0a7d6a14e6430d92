package org.kameng.tools.cptengine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneEnginePerJvmTest {
    @Test
    void classes_of_a_fork_share_the_engine_one_after_another() {
        var engine = CptEngine.grpcAddress();

        assertThat(Fixtures.failuresOf(Fixtures.Refusal.class, Fixtures.Again.class))
                .isEmpty();
        assertThat(CptEngine.grpcAddress()).isEqualTo(engine);
    }

    @ParameterizedTest
    @ValueSource(classes = {Fixtures.Meanwhile.class, Fixtures.MeanwhileInherited.class})
    void a_class_that_runs_while_another_does_is_refused_with_advice(Class<?> meanwhile) {
        assertThat(Fixtures.failuresOf(meanwhile))
                .singleElement()
                .asString()
                .contains("one engine per JVM", "Surefire forks");

        assertThat(Fixtures.failuresOf(Fixtures.Refusal.class)).isEmpty();
    }
}
