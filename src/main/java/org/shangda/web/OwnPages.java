package org.shangda.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Where the product's own pages are, and that the first of them is the desk. A browser keeps their files and asks whether they
 * are still the same; by what is in them, because all files of a jar have the same date.
 */
@Configuration
class OwnPages implements WebMvcConfigurer {

    private static final String DESK = "/reports/desk.html";

    private final Map<Version, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", DESK);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/reports/**")
                .addResourceLocations("classpath:/META-INF/resources/reports/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::tag);
    }

    /** Weak, because what is sent is packed on the way, each time perhaps in another way. */
    private String tag(Resource file) {
        try {
            return tags.computeIfAbsent(
                    new Version(file.getURL().toString(), file.lastModified()),
                    version -> "W/\"" + digest(file) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Resource file) {
        try (InputStream content = file.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as it is until somebody writes it, as during development. */
    private record Version(String address, long modified) {}
}
