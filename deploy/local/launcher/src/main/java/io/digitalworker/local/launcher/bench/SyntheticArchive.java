package io.digitalworker.local.launcher.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Made-up code in C#, Java and TypeScript, with what facts are taken from; the same for equal seeds. */
public final class SyntheticArchive {
    private static final String[] NOUNS = {
        "Order", "Product", "Customer", "Invoice", "Basket", "Review", "Shipment", "Price"
    };
    private static final int METHODS = 8;

    private final Random random;

    private SyntheticArchive(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Writes an archive of at least that many lines.
     *
     * @return how many lines it has
     */
    public static long write(Path zip, long lines, long seed) throws IOException {
        return new SyntheticArchive(seed).write(zip, lines);
    }

    private long write(Path zip, long lines) throws IOException {
        long written = 0;
        try (ZipOutputStream out =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            for (int file = 0; written < lines; file++) {
                String name = NOUNS[random.nextInt(NOUNS.length)] + file;
                String text = text(file, name);
                out.putNextEntry(new ZipEntry(path(file, name)));
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
                written += text.lines().count();
            }
        }
        return written;
    }

    private static String path(int file, String name) {
        String directory = "area" + file / 100 + "/";
        return switch (file % 3) {
            case 0 -> directory + name + "Controller.cs";
            case 1 -> directory + "src/main/java/shop/" + name + "Controller.java";
            default -> directory + "src/" + name.toLowerCase(Locale.ROOT) + ".controller.ts";
        };
    }

    private String text(int file, String name) {
        return switch (file % 3) {
            case 0 -> csharp(name);
            case 1 -> java(name);
            default -> typescript(name);
        };
    }

    private String csharp(String name) {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                using Microsoft.AspNetCore.Mvc;

                namespace Shop.Web;

                [Table("%1$s")]
                public class %1$s
                {
                    [Key]
                    public int Id { get; set; }
                    public string? Name { get; set; }
                    public decimal Amount { get; set; }
                }

                [ApiController]
                [Route("api/%1$s")]
                public class %1$sController : ControllerBase
                {
                    private readonly I%1$sService _service;

                    public %1$sController(I%1$sService service)
                    {
                        _service = service;
                    }
                """
                        .formatted(name));
        for (int i = 0; i < METHODS; i++) {
            text.append(
                    """

                        // number %2$d
                        [HttpGet("{id:int}/part%2$d")]
                        public async Task<ActionResult<%1$s>> Part%2$d(int id, [FromQuery] string? filter)
                        {
                            var found = await _service.Find(id + %3$d, $"x{filter}");
                            if (found == null)
                            {
                                return NotFound();
                            }
                            return Ok(found);
                        }
                    """
                            .formatted(name, i, random.nextInt(1000)));
        }
        return text.append("}\n").toString();
    }

    private String java(String name) {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                package shop;

                import org.springframework.web.bind.annotation.*;

                @Entity
                @Table(name = "%1$s")
                class %1$s {
                    @Id
                    private Long id;
                    @Column(nullable = false)
                    private String name;
                }

                @RestController
                @RequestMapping("/api/%1$s")
                public class %1$sController {
                    private static final String PART = "/part";
                    private final %1$sService service;

                    public %1$sController(%1$sService service) {
                        this.service = service;
                    }
                """
                        .formatted(name));
        for (int i = 0; i < METHODS; i++) {
            text.append(
                    """

                        /** Number %2$d. */
                        @GetMapping("/{id}" + PART + "%2$d")
                        public ResponseEntity<%1$s> part%2$d(@PathVariable Long id, @RequestParam String filter) {
                            %1$s found = service.find(id + %3$d, "x" + filter);
                            if (found == null) {
                                return ResponseEntity.notFound().build();
                            }
                            return ResponseEntity.ok(found);
                        }
                    """
                            .formatted(name, i, random.nextInt(1000)));
        }
        return text.append("}\n").toString();
    }

    private String typescript(String name) {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                import { Controller, Get, Param, Query } from '@nestjs/common';
                import { Entity, Column, PrimaryGeneratedColumn } from 'typeorm';

                @Entity('%1$s')
                export class %1$s {
                  @PrimaryGeneratedColumn()
                  id: number;

                  @Column({ nullable: true })
                  name?: string;
                }

                @Controller('api/%1$s')
                export class %1$sController {
                  constructor(private readonly service: %1$sService) {}
                """
                        .formatted(name));
        for (int i = 0; i < METHODS; i++) {
            text.append(
                    """

                      // number %2$d
                      @Get(':id/part%2$d')
                      async part%2$d(@Param('id') id: number, @Query('filter') filter?: string): Promise<%1$s> {
                        const found = await this.service.find(id + %3$d, `x${filter}`);
                        if (!found) {
                          throw new NotFoundException(/part[0-9]+/.source);
                        }
                        return found;
                      }
                    """
                            .formatted(name, i, random.nextInt(1000)));
        }
        return text.append("}\n").toString();
    }
}
