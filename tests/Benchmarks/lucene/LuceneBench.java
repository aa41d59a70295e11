import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * Lucene with SmartCn on the same clauses and questions as the program's own index, one thread, in memory, default BM25.
 * Arguments: clauses (one a line), questions (one a line), a file for the results. Each line of that is one question: the median time in
 * microseconds, then the numbers of the clauses found, best first. Standard output: seconds to build, bytes.
 */
public final class LuceneBench {
    private static final int BUILDS = 3;
    private static final int ROUNDS = 5;
    private static final int TOP = 10;
    private static final long WARMING_UP = 4_000_000_000L;

    public static void main(String[] args) throws Exception {
        List<String> clauses = Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8);
        List<String> questions = Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8);
        SmartChineseAnalyzer analyzer = new SmartChineseAnalyzer();
        double[] builds = new double[BUILDS];
        ByteBuffersDirectory directory = null;
        for (int i = 0; i < BUILDS; i++) {
            long start = System.nanoTime();
            directory = build(clauses, analyzer);
            builds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(builds);
        long bytes = 0;
        for (String file : directory.listAll()) bytes += directory.fileLength(file);
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        QueryBuilder parser = new QueryBuilder(analyzer);
        for (long start = System.nanoTime(); System.nanoTime() - start < WARMING_UP;)
            for (String question : questions) search(searcher, parser, question);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
            for (String question : questions) {
                double[] times = new double[ROUNDS];
                ScoreDoc[] found = null;
                for (int round = 0; round < ROUNDS; round++) {
                    long start = System.nanoTime();
                    found = search(searcher, parser, question);
                    times[round] = (System.nanoTime() - start) / 1e3;
                }
                Arrays.sort(times);
                StringBuilder line = new StringBuilder().append(times[ROUNDS / 2]);
                // Nothing was deleted and one thread wrote: a document's number is its line.
                for (ScoreDoc hit : found) line.append(' ').append(hit.doc);
                out.println(line);
            }
        }
        System.out.println(builds[BUILDS / 2] + " " + bytes);
    }

    private static ByteBuffersDirectory build(List<String> clauses, SmartChineseAnalyzer analyzer) throws Exception {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (String clause : clauses) {
                Document document = new Document();
                document.add(new TextField("text", clause, Field.Store.NO));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return directory;
    }

    private static ScoreDoc[] search(IndexSearcher searcher, QueryBuilder parser, String question) throws Exception {
        Query query = parser.createBooleanQuery("text", question, BooleanClause.Occur.SHOULD);
        return query == null ? new ScoreDoc[0] : searcher.search(query, TOP).scoreDocs;
    }
}
