package org.kameng.tools.cptengine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneEnginePerJvmTest {
    @Test
    void classes_of_a_fork_share_the_engine_one_after_another() {
        var engine = CptEngine.grpcAddress();

        assertThat(Fixtures.failuresOf(false, Fixtures.Refusal.class, Fixtures.Again.class))
                .isEmpty();
        assertThat(CptEngine.grpcAddress()).isEqualTo(engine);
    }

    @Test
    void classes_that_run_in_parallel_are_refused_with_advice() {
        assertThat(Fixtures.failuresOf(true, Fixtures.Refusal.class, Fixtures.Other.class))
                .singleElement()
                .asString()
                .contains("one engine per JVM", "Surefire forks");
    }

    @Test
    void classes_in_parallel_are_refused_even_if_they_inherit_one_extension() {
        assertThat(Fixtures.failuresOf(true, Fixtures.Refusal.class, Fixtures.Again.class))
                .singleElement()
                .asString()
                .contains("one engine per JVM", "Surefire forks");
    }
}
