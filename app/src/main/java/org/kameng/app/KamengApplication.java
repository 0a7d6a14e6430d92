package org.kameng.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * One jar for every process of the house. {@code kameng.roles} ({@code ui}, {@code workers}, both by default) decides which
 * packages are picked up, so that screens and workers can be scaled and stopped apart.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "org.kameng")
@ComponentScan(
        basePackages = "org.kameng",
        // Features choose their class names freely: two may have their own Refusals.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.CUSTOM,
                        classes = {
                            PlayedRolesFilter.class,
                            TypeExcludeFilter.class,
                            AutoConfigurationExcludeFilter.class
                        }))
public class KamengApplication {

    public static void main(String[] args) {
        SpringApplication.run(KamengApplication.class, args);
    }
}
